! Mareas: calcula a altura do mar ao longo dun día e busca as preamares.
! Compílase con: gfortran -o mareas mareas.f90
program mareas
  implicit none

  real, parameter :: pi = acos(-1.0)
  real, parameter :: nivel_medio = 2.2   ! metros, valores aproximados da Coruña
  integer, parameter :: paso = 6         ! minutos entre dúas alturas

  call escribe_preamares(24)
  call escribe_baixamares(24)

contains

  ! Altura do mar en metros, tantos minutos despois da medianoite.
  ! É a suma de dúas ondas: a da Lúa (M2) e a do Sol (S2).
  pure function altura(minutos) result(metros)
    integer, intent(in) :: minutos
    real :: metros, t

    t = minutos / 60.0
    metros = nivel_medio + onda(t, 1.2, 12.42, 3.1) + onda(t, 0.4, 12.0, 4.3)
  end function altura

  ! Onda cunha amplitude en metros e un período en horas; o seu máximo está na hora da fase.
  pure function onda(t, amplitude, periodo, fase) result(metros)
    real, intent(in) :: t, amplitude, periodo, fase
    real :: metros

    metros = amplitude * cos(2.0 * pi * (t - fase) / periodo)
  end function onda

  ! Escribe as horas nas que o mar deixa de subir e empeza a baixar.
  subroutine escribe_preamares(horas)
    integer, intent(in) :: horas
    integer :: m

    do m = 0, 60 * horas, paso
      if (altura(m) > altura(m - paso) .and. altura(m) >= altura(m + paso)) then
        print '(a, i2.2, a, i2.2, a, f4.2, a)', 'Preamar ás ', m / 60, ':', mod(m, 60), ', ', altura(m), ' m'
      end if
    end do
  end subroutine escribe_preamares

  ! Escribe as horas nas que o mar deixa de baixar e empeza a subir.
  subroutine escribe_baixamares(horas)
    integer, intent(in) :: horas
    ! Por facer: percorre as horas como nas preamares, pero busca as alturas máis baixas.

  end subroutine escribe_baixamares

end program mareas
